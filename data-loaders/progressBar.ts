import type {Progress} from "./survey/buildSurvey.js";

const width = 30;

/** A bar on a terminal that is drawn anew in place; nothing at all where the output is no terminal. */
export function progressBar(terminal: {isTTY?: boolean; write(text: string): unknown} = process.stderr): {
  progress: Progress;
  end: () => void;
} {
  if (!terminal.isTTY) return {progress: () => {}, end: () => {}};
  let shown = "";
  return {
    progress(step, share) {
      const filled = Math.round(share * width);
      const line = `${step.padEnd(8)} ${"█".repeat(filled)}${"░".repeat(width - filled)} ${String(Math.round(share * 100)).padStart(3)} %`;
      if (line !== shown) terminal.write(`\r${line}`);
      shown = line;
    },
    end() {
      if (shown) terminal.write(`\r${" ".repeat(shown.length)}\r`);
    },
  };
}
