import {createHmac, randomBytes} from "node:crypto";
import {existsSync, readFileSync, realpathSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {z} from "zod";
import {fileBeside} from "../../inputs/fileBeside.js";
import {InputError} from "../../inputs/inputError.js";
import {parseJson} from "../../inputs/readTable.js";
import type {DrawBelow} from "./discreteGaussian.js";

/*
 * All noise follows from one secret number, which is kept beside the responses. Whoever has it can take the noise away.
 */

const secretFile = z.strictObject({about: z.string(), secret: z.string().regex(/^[0-9a-f]{64}$/)});

const about =
  "The noise in the published tables follows from this number. Whoever has it can take the noise away: keep it beside the responses, as secret as they are. Without it the next release has new noise, which counts as one more version of every table.";

/** Where the secret of a protected file stands: beside it, of `answers.csv` in `answers.secret.json`. */
export function secretFileOf(surveyFile: string): string {
  return fileBeside(realpathSync(surveyFile), ".secret.json");
}

/**
 * The secret of a file; drawn, and written beside it for its owner alone, where there is none.
 *
 * @returns 64 hexadecimal digits
 * @throws InputError when the file beside is not as it was written
 */
export function secretOf(surveyFile: string): string {
  const file = secretFileOf(surveyFile);
  if (!existsSync(file)) {
    const secret = randomBytes(32).toString("hex");
    writeFileSync(file, `${JSON.stringify({about, secret}, null, 1)}\n`, {mode: 0o600, flag: "wx"});
    return secret;
  }
  const read = secretFile.safeParse(parseJson(readFileSync(file, "utf8"), basename(file)));
  if (read.success) return read.data.secret;
  throw new InputError("the secret of the noise is not as it was written: bring it back from a copy", {
    file: basename(file),
  });
}

/** What nobody without the secret can tell from chance: 32 bytes that follow from it and a text. */
const keyed = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest();

/** By which a table is known again, and which tells nothing of it to anybody without the secret. */
export const fingerprint = (secret: string, text: string): string => keyed(secret, text).toString("hex").slice(0, 32);

/** Whole numbers that follow from the secret and a name, each equally likely. */
export function drawsOf(secret: string, name: string): DrawBelow {
  let [block, at, blocks] = [Buffer.alloc(0), 0, 0];
  const next = () => {
    if (at + 6 > block.length) [block, at] = [keyed(secret, `${name}#${blocks++}`), 0];
    at += 6;
    return block.readUIntBE(at - 6, 6);
  };
  return (bound) => {
    const most = 2 ** 48 - (2 ** 48 % bound); // a number above would favour the first few
    for (;;) {
      const drawn = next();
      if (drawn < most) return drawn % bound;
    }
  };
}
