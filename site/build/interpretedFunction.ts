import Sval from "sval";

/**
 * What the constructor `Function` gives, for code that runs under a policy without `eval`: the code is interpreted.
 *
 * @param parts names of parameters, then the function's body
 */
export function interpretedFunction(...parts: string[]): (...values: unknown[]) => unknown {
  const interpreter = new Sval({ecmaVer: "latest", sourceType: "script", sandBox: true});
  interpreter.run(`exports.made = function (${parts.slice(0, -1).join(", ")}) {${parts.at(-1)}\n}`);
  return interpreter.exports.made;
}
