import {fold} from "../../src/lib/language/fold.js";
import {splitsOf} from "./sets/splitHeader.js";

/** What a column that a survey tool adds says. */
export type Role = "id" | "date" | "private" | "process";

/** A survey tool, and what the columns that it adds to every export say; of dates the first is the one to take. */
interface Tool {
  name: string;
  roles: Readonly<Record<Role, string>>;
  /** How many of the columns must be there to know the tool. */
  least: number;
}

const tools: readonly Tool[] = [
  {
    name: "SurveyMonkey",
    roles: {
      id: "respondent id",
      date: "end date|start date|date modified|date created",
      private: "ip address|email address|first name|last name|custom data 1|custom data",
      process: "collector id",
    },
    least: 3,
  },
  {
    name: "Qualtrics",
    roles: {
      id: "responseid|response id",
      date: "recordeddate|recorded date|enddate|end date|startdate|start date",
      private:
        "ipaddress|ip address|recipientlastname|recipient last name|recipientfirstname|recipient first name|recipientemail|recipient email|externalreference|external data reference|locationlatitude|location latitude|locationlongitude|location longitude",
      process:
        "status|response type|progress|duration (in seconds)|finished|distributionchannel|distribution channel|userlanguage|user language",
    },
    least: 4,
  },
  {
    name: "LimeSurvey",
    roles: {
      id: "id|response id|respons-id|svar-id",
      date: "submitdate|date submitted|dato sendt inn|innsendt dato|dato innsendt|sendt inn|innsendt|datestamp|date last action|dato for siste handling|dato siste handling|siste handling|startdate|date started|startdato|dato startet|påbegynt",
      private:
        "ipaddr|ip address|ip-adresse|refurl|referrer url|henvisende url|token|access code|tilgangskode|nøkkel|firstname|first name|fornavn|lastname|last name|etternavn|email|email address|e-post|e-postadresse",
      process:
        "lastpage|last page|siste side|startlanguage|start language|startspråk|seed|frø|interviewtime|total time|total tid|tid totalt",
    },
    least: 3,
  },
  {
    name: "Microsoft Forms",
    roles: {
      id: "id",
      date: "completion time|fullføringstidspunkt|start time|starttidspunkt|last modified time",
      private: "email|name|e-post|navn",
      process: "language|språk|total points|quiz feedback",
    },
    least: 3,
  },
  {
    name: "Google Forms",
    roles: {
      id: "",
      date: "timestamp|tidsmerke|tidsstempel",
      private: "email address|username|e-postadresse",
      process: "score",
    },
    least: 1,
  },
];

/** What is known of a survey tool's export. */
export interface Export {
  tool: string;
  /** Headers of the columns that the tool adds, with what they say. */
  roleOf: ReadonlyMap<string, Role>;
  /** The dates, the one to take first. */
  dates: readonly string[];
}

/** The survey tool whose columns a header has; null for none that is known. */
export function exportOf(headers: readonly string[]): Export | null {
  const found = tools
    .map((tool) => ({tool, roles: rolesIn(headers, tool)}))
    .filter(({tool, roles}) => roles.length >= tool.least && hasDate(roles) && hasFirst(headers, tool))
    .sort((a, b) => b.roles.length - a.roles.length);
  if (found.length === 0) return null;
  const [{tool, roles}] = found;
  const order = wordsFor(tool, "date");
  const dates = roles.flatMap(([header, role]) => (role === "date" ? [header] : []));
  return {
    tool: tool.name,
    roleOf: new Map(roles),
    dates: dates.sort((a, b) => order.indexOf(bare(a)) - order.indexOf(bare(b))),
  };
}

/** A header without spaces, and without the code that LimeSurvey may put before it: `id. Response ID`. */
const bare = (header: string) => fold(header.replace(/^\w+\. /, "")).replace(/[\s_-]/g, "");

const wordsFor = ({roles}: Tool, role: Role) => roles[role].split("|").filter(Boolean).map(bare);

function rolesIn(headers: readonly string[], tool: Tool): [header: string, role: Role][] {
  const roleOf = new Map(
    (Object.keys(tool.roles) as Role[]).flatMap((role) => wordsFor(tool, role).map((word) => [word, role])),
  );
  return headers.flatMap((header) => {
    const role = roleOf.get(bare(header));
    return role && header !== "" ? [[header, role] as [string, Role]] : [];
  });
}

/** All tools say when an answer came in. */
const hasDate = (roles: readonly [string, Role][]) => roles.some(([, role]) => role === "date");

/** The tools put their own columns first: Google a moment, the others an id or a moment. */
function hasFirst([first = ""]: readonly string[], tool: Tool): boolean {
  return [...wordsFor(tool, "id"), ...wordsFor(tool, "date")].includes(bare(first));
}

/** Headers by which a column says who answered, in any file. */
const isPrivateHeader =
  /^(e-?mail|e-post|epost|(full |first |last |fore?|etter)?(name|navn)|(your |ditt )(name|navn)|phone|telephone|mobile|telefon|mobil|address|adresse|ip|postal address)([ _-]?(address|adresse|number|nummer|nr))?$/;

const asksWho =
  /\b(your|ditt|din) (full |first |last )?(name|e-?mail( address)?|phone( number)?|address|navn|e-post(adresse)?|telefon(nummer)?|adresse)( |\?|$)/;

/** True of a header, or a part of it, that says that who answered stands in the column. */
export function isPrivate(header: string): boolean {
  const texts = [header, ...splitsOf(header).map(({option}) => option)].map((text) =>
    fold(text)
      .replace(/[?:*]+$/, "")
      .trim(),
  );
  return texts.some((text) => isPrivateHeader.test(text) || asksWho.test(text));
}
