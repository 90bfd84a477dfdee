import {fold} from "../../src/lib/language/fold.js";

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
      date: "submitdate|date submitted|dato sendt inn|datestamp|date last action|startdate|date started",
      private: "ipaddr|ip address|refurl|referrer url|token|access code|firstname|lastname|email",
      process: "lastpage|last page|siste side|startlanguage|start language|startspråk|seed|interviewtime|total time",
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
    .filter(({tool, roles}) => roles.length >= tool.least && hasFirst(headers, tool))
    .sort((a, b) => b.roles.length - a.roles.length);
  if (found.length === 0) return null;
  const [{tool, roles}] = found;
  const order = tool.roles.date.split("|");
  const dates = roles.flatMap(([header, role]) => (role === "date" ? [header] : []));
  return {
    tool: tool.name,
    roleOf: new Map(roles),
    dates: dates.sort((a, b) => order.indexOf(fold(a)) - order.indexOf(fold(b))),
  };
}

function rolesIn(headers: readonly string[], {roles}: Tool): [header: string, role: Role][] {
  return headers.flatMap((header) => {
    const role = (Object.keys(roles) as Role[]).find((each) => roles[each].split("|").includes(fold(header)));
    return role && header !== "" ? [[header, role] as [string, Role]] : [];
  });
}

/** The tools put their own columns first: Google a moment, the others an id or a moment. */
function hasFirst([first = ""]: readonly string[], {roles}: Tool): boolean {
  return [roles.id, roles.date].some((each) => each !== "" && each.split("|").includes(fold(first)));
}

/** Headers by which a column says who answered, in any file. */
const isPrivateHeader =
  /^(e-?mail|e-post|epost|(full |first |last |fore?|etter)?(name|navn)|(your |ditt )(name|navn)|phone|telephone|mobile|telefon|mobil|address|adresse|ip|postal address)([ _-]?(address|adresse|number|nummer|nr))?$/;

/** True of a header that says that who answered stands in the column. */
export function isPrivate(header: string): boolean {
  return isPrivateHeader.test(
    fold(header)
      .replace(/[?:*]+$/, "")
      .trim(),
  );
}
