import {answer, type Ends, extremesOf, type Question} from "../../lib/bounds/answer.js";
import {type Asked, ask} from "../../lib/bounds/askedQuantity.js";
import {type BoundsModel, boundsModel, distinguished, inGroup, withGroup} from "../../lib/bounds/model.js";
import {answerText} from "../../lib/bounds/sentence.js";
import type {Attribute} from "../../lib/claims/claim.js";
import type {FigureFacts} from "../../lib/facts.js";
import {formatQuantity} from "../../lib/language/format.js";
import {inBoth, type Text, uncapital} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type Register, sizeClassLabel} from "../../lib/respondents/register.js";
import type {Choice, Selection} from "../../lib/selection.js";
import {rangeRows} from "../charts/rangeRows.js";
import type {Figure, FigureView, Given} from "../figure.js";
import {joinTexts, plainReadingChoices, readingText} from "./shared/readingChoices.js";
import {saidRange} from "./shared/saidRange.js";

const parts = ["summary", "register", "solve"] as const;
type Part = (typeof parts)[number];

/** What the summary allows for a part of the country, which it never mentions. */
export const subgroup: Figure<Part> = {
  id: "subgroup",
  page: "what-can-it-say",
  needs: parts,
  choices: ({summary, register}) => [groupChoice(register), ...plainReadingChoices(summary)],
  view,
};

/** A part of the municipalities that the register knows the size of. */
interface Group {
  code: string;
  label: Text;
  /** As the end of "the municipalities that …". */
  is: Text;
  municipalities: number;
}

/** Something that is asked of a group, and its name in the chart. */
interface Asking {
  event: Question["event"];
  label: Text;
}

/** Things that few municipalities did, whose share of a small group is limited too. */
const rare: readonly Asking[] = [
  {
    event: ["usesByYearEnd", "!usesNow"],
    label: {nb: "Ville etter planene begynne i 2011", en: "Would, by their plans, start in 2011"},
  },
  {
    event: ["usesNow", "!onFacebook"],
    label: {nb: "Brukte sosiale medier, men ikke Facebook", en: "Used social media, but not Facebook"},
  },
];

function groups({sizeClasses, byCounty}: Register): Group[] {
  const small = sizeClasses.filter(({code}) => code === "under2000" || code === "2000to4999");
  return [
    {
      code: "under5000",
      label: {nb: "Under 5\u00a0000 innbyggere", en: "Under 5,000 inhabitants"},
      is: {nb: "hadde under 5\u00a0000 innbyggere", en: "had under 5,000 inhabitants"},
      municipalities: small.reduce((sum, {municipalities}) => sum + municipalities, 0),
    },
    ...sizeClasses.map(({code, municipalities}) => ({
      code,
      label: sizeClassLabel[code],
      is: {
        nb: `hadde ${uncapital(sizeClassLabel[code].nb)}`,
        en: `had ${uncapital(sizeClassLabel[code].en)}`,
      },
      municipalities,
    })),
    ...byCounty.map(({code, name, municipalities}) => ({
      code: `county-${code}`,
      label: {nb: name, en: name},
      is: {nb: `lå i ${name}`, en: `were in ${name}`},
      municipalities,
    })),
  ];
}

function groupChoice(register: Register): Choice {
  return {
    key: "group",
    label: {nb: "Kommuner etter størrelse eller fylke", en: "Municipalities by size or county"},
    kind: "one",
    control: "menu",
    initial: "under5000",
    options: groups(register).map(({code, label}) => ({code, label})),
  };
}

/** What can be said first of a group, which is the figure's title, for when the rest of the figure is not wanted. */
export function titleFor(facts: Pick<FigureFacts, Part>, selection: Selection): Text {
  const group = chosenGroup(facts, selection);
  return group.municipalities === 1 ? ofOne(group).title : titleOf(group, supposedOf(group, facts, selection));
}

function chosenGroup({register}: Pick<FigureFacts, Part>, selection: Selection): Group {
  const group = groups(register).find(({code}) => code === selection.group);
  if (!group) throw new Error(`unknown group: ${selection.group}`);
  return group;
}

/** What is asked when the group answered as often as others. */
function supposedOf({municipalities}: Group, facts: Pick<FigureFacts, Part>, selection: Selection): Asked {
  const share = municipalities / facts.register.municipalities;
  return {summary: facts.summary, model: withGroup(boundsModel(facts, selection), share)};
}

function view(facts: Given<Part>, selection: Selection): FigureView {
  const {summary, register} = facts;
  const group = chosenGroup(facts, selection);
  if (group.municipalities === 1) return ofOne(group);
  const model = boundsModel(facts, selection);
  const supposed = supposedOf(group, facts, selection);
  const worstCase = withGroup(model, null);
  const asked = askings(summary.attributes, model).map(({event, label}) => {
    const question = {event, given: [inGroup]};
    return {label, quantity: inGroupOf(group, question, supposed), worst: worstOf(question, worstCase)};
  });
  return {
    title: titleOf(group, supposed),
    subtitle: joinTexts(measuredOf(group, register), readingText(summary, selection)),
    alt: inBoth((lang) => asked.map(({quantity, label}) => `${label[lang]}: ${saidRange(quantity, lang)}.`).join(" ")),
    note: noteOf(group, register),
    rows: asked.map(({quantity, worst}) => ({
      quantity,
      note: inBoth(
        (lang) =>
          `${lang === "nb" ? "forutsatt at gruppen svarte like ofte som andre; i verste fall" : "supposing that the group answered as often as others; in the worst case"} ${formatQuantity({...quantity, ...worst, rank: "bounded"}, lang)}`,
      ),
    })),
    chart: (options) => rangeRows(asked, options),
  };
}

/** A group of one municipality: nothing that is said of it can be about a group. */
function ofOne({label, is}: Group): FigureView {
  return {
    title: {nb: `Om ${label.nb} sier sammendraget ingenting`, en: `Of ${label.en} the summary says nothing`},
    subtitle: {
      nb: `Én kommune ${is.nb}. Sammendraget nevner ingen kommune for seg.`,
      en: `One municipality was in ${label.en}. The summary mentions no municipality by itself.`,
    },
    alt: {nb: "Ingen stolpe.", en: "No bar."},
    note: {nb: "Velg en gruppe av flere kommuner.", en: "Choose a group of several municipalities."},
    empty: words.noBar,
    rows: [],
    chart: (options) => rangeRows([], options),
  };
}

/** Each attribute that the reading tells apart, and the rare ones. */
function askings(attributes: readonly Attribute[], model: BoundsModel): Asking[] {
  const single = distinguished(model, attributes).map(({code, short}) => ({event: [code], label: short}));
  return [...single, ...rare];
}

/** The range when nothing is supposed of how often the group answered. */
function worstOf(question: Question, model: BoundsModel): Ends {
  const found = extremesOf(model, question);
  if (found.status !== "range") throw new Error(`no answer for a group: ${question.event}`);
  return found;
}

function inGroupOf(group: Group, question: Question, asked: Asked): Quantity {
  const {quantity} = ask(question, withGroupWords(group, asked));
  if (!quantity) throw new Error(`no answer for a group: ${question.event}`);
  return {...quantity, claims: quantity.claims.filter((claim) => claim !== inGroup)};
}

/** What can be said of the first thing that the summary counts. */
function titleOf(group: Group, asked: Asked): Text {
  const question = {event: [asked.summary.attributes[0].code], given: [inGroup]};
  const {summary, model} = withGroupWords(group, asked);
  const found = answer(model, question);
  const said = answerText(question, found, summary.attributes);
  if (found.status === "range" && found.rank === "unknown") return said;
  return {
    nb: `Hvis de svarte like ofte som andre: ${uncapital(said.nb)}`,
    en: `If they answered as often as others: ${uncapital(said.en)}`,
  };
}

/** The summary's words with the group's among them, so that questions about it can be put into sentences. */
function withGroupWords({label, is}: Group, {summary, model}: Asked): Asked {
  const belongs = {
    code: inGroup,
    implies: [],
    time: none,
    tag: label,
    short: label,
    is,
    isNot: none,
    whoIs: is,
    whoIsNot: none,
  };
  return {summary: {...summary, attributes: [...summary.attributes, belongs]}, model};
}

const none: Text = {nb: "", en: ""};

function measuredOf({is, municipalities}: Group, {municipalities: all}: Register): Text {
  return {
    nb: `Av hundre kommuner som svarte og ${is.nb}. Gruppen er ${municipalities} av ${all} kommuner i registeret.`,
    en: `Of a hundred municipalities that answered and ${is.en}. The group is ${municipalities} of ${all} municipalities in the register.`,
  };
}

function noteOf({municipalities}: Group, {municipalities: all}: Register): Text {
  const rounded = Math.round((100 * municipalities) / all);
  const share = inBoth((lang) => (rounded > 0 ? String(rounded) : lang === "nb" ? "under 1" : "fewer than 1"));
  return {
    nb: `Sammendraget nevner ikke disse kommunene. Spennet bygger på en antakelse: at de svarte like ofte som andre, så de er ${municipalities} av ${all}, om lag ${share.nb} av 100, også blant dem som svarte. Da kan alt som gjelder flere enn så mange, gjelde alle her, og alt som mangler hos flere enn så mange, mangle hos alle. Om antakelsen holder, vet vi ikke. I verste fall, uten antakelsen, går alle spenn fra ingen til alle.`,
    en: `The summary does not mention these municipalities. The range rests on a supposition: that they answered as often as others, so that they are ${municipalities} of ${all}, about ${share.en} of 100, also among those that answered. Then what is true of more than so many may be true of all here, and what is lacking in more than so many may be lacking in all. Whether the supposition holds is not known. In the worst case, without it, every range goes from none to all.`,
  };
}
