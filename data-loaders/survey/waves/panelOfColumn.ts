import type {DesignColumn} from "../sample/designColumn.js";
import type {WaveSurvey} from "./askedIn.js";
import {type Followed, type Panel, panelOf} from "./panel.js";

/**
 * Who answered in several waves by the column that says so; undefined where no settings name it. A unit stays in the stratum
 * and the cluster that it was drawn in.
 *
 * @throws InputError naming the first row of a unit that is in another stratum or cluster than before
 */
export function panelOfColumn(waves: readonly WaveSurvey[]): Panel | undefined {
  if (waves.some(({survey}) => !survey.followed)) return undefined;
  const before = new Map<string, Followed>();
  return panelOf(
    waves.flatMap(({survey: {followed, sample}}) => {
      const {texts, defect} = followed as DesignColumn;
      return texts.map((unit, at) => {
        const stratum = sample?.names.strata[sample.stratumOf[at]] ?? "";
        const drawnIn = sample?.clusterOf ? sample.names.clusters[sample.clusterOf[at]] : null;
        const found = {unit, stratum, cluster: JSON.stringify([stratum, drawnIn ?? unit])};
        const known = before.get(unit) ?? found;
        if (known.stratum !== found.stratum) throw defect("unit in another stratum than in an earlier wave", at);
        if (known.cluster !== found.cluster) throw defect("unit in another cluster than in an earlier wave", at);
        before.set(unit, found);
        return found;
      });
    }),
  );
}
