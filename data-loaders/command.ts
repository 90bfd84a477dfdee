import {type ParseArgsConfig, parseArgs} from "node:util";
import {InputError} from "./inputs/inputError.js";

/** Something that whoever runs a command can mend. */
export class CommandError extends Error {
  /** With which the command ends. */
  readonly exitCode: number = 1;
}

/** A command that was not called as it has to be. */
export class UsageError extends CommandError {
  override readonly exitCode = 2;

  /**
   * @param usage how to call it: `npm run check-data -- FILE [--json]`
   * @param problem what is wrong, if there is more to say than the usage
   */
  constructor(usage: string, problem?: string) {
    super(`${problem ? `${problem}; ` : ""}usage: ${usage}`);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Wanted<T extends Options> {
  usage: string;
  options?: T;
  /** Least and greatest number of arguments beside the options, by default none. */
  least?: number;
  most?: number;
}

/** Somebody who wants to know how a command is called. */
class HelpAsked extends CommandError {
  override readonly exitCode = 0;
}

/**
 * The arguments that a command was called with.
 *
 * @throws UsageError when one is unknown, or there are too few
 */
export function readArguments<T extends Options>(
  {usage, options = {} as T, least = 0, most = least}: Wanted<T>,
  args: string[] = process.argv.slice(2),
) {
  if (args.includes("--help") || args.includes("-h")) throw new HelpAsked(`usage: ${usage}`);
  const {values, positionals} = parsed({usage, options}, args);
  if (positionals.length > most) throw new UsageError(usage, `unknown argument: ${positionals[most]}`);
  if (positionals.length < least) throw new UsageError(usage);
  return {values, positionals};
}

function parsed<T extends Options>({usage, options}: {usage: string; options: T}, args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: true});
  } catch (error) {
    const [, option] = /'(--?[^' ]+)/.exec((error as Error).message) ?? [];
    const isUnknown = (error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    throw new UsageError(usage, `${isUnknown ? "unknown argument" : "wrong value of an argument"}: ${option}`);
  }
}

/**
 * Runs a command and sets the exit code. What its user can mend is said in one line, without a stack trace; any other
 * error is a defect of the command, and is thrown on.
 *
 * @param run returns the exit code, or nothing for 0
 */
export async function runCommand(run: () => number | undefined | Promise<number | undefined>): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(); // whoever read the output has seen enough, as with `| head`
  });
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof InputError)) throw error;
    process.stderr.write(`${error.message.replace(/\s*\n\s*/g, " ")}\n`);
    process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  }
}
