import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import type {Figure} from "../src/components/figure.js";
import {figures} from "../src/components/figures.js";
import {embedFile} from "../src/components/markup/downloadLinks.js";
import {looks, violationsIn} from "./support/axe.js";
import {policyOf, scriptsThatRan} from "./support/pageChecks.js";
import {policy} from "./support/policy.js";
import {isWhole, sampled} from "./support/sampled.js";
import {useVisit} from "./support/visit.js";

/** Every figure alone on its page, in one language unless everything is tried, is opened once for all that only reads it. */
const embeds = sampled(
  figures.flatMap((figure) =>
    (["nb", "en"] as const).map((lang) => ({
      path: `${lang}/${embedFile(figure.id)}`,
      id: figure.id,
      kind: kindOf(figure),
    })),
  ),
  {size: 0, kind: ({id}) => id},
);

function kindOf(figure: Figure): string {
  if (figure.explores) return figure.id.replace(`${figure.page}-`, "");
  return figure.choices(facts).length > 0 ? "to change" : "fixed";
}

const lookedAt = sampled(embeds, {size: 6, kind: ({kind}) => kind});

describe.each(embeds)("/$path", (embed) => {
  const visit = useVisit(embed.path);

  it("loads without a message, a failure or another host", () => {
    expect(visit.complaints).toEqual([]);
    expect(visit.fetched.length).toBeGreaterThan(2);
  });

  it("allows no inline or evaluated script, and no form to be sent", async () => {
    expect(await policyOf(visit.page)).toEqual(policy);
    expect(await scriptsThatRan(visit.page)).toEqual([]);
  });

  if (lookedAt.includes(embed))
    it.each(isWhole ? looks : [looks[0], looks[3]])("gives axe nothing to find at $width px, $scheme", async (look) => {
      expect(await violationsIn(visit.page, look)).toEqual([]);
    });
});
