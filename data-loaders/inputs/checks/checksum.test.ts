import {describe, expect, it} from "vitest";
import {acceptChecksum, checksumOf, readChecksums} from "./checksum.js";

const one = "1".repeat(64);
const two = "2".repeat(64);
const readme = `# Inputs

Text with \`claims/claims.json\` in it | \`${two}\` |

| file | origin | SHA-256 |
| --- | --- | --- |
| \`claims/claims.json\` | The summary, with | in it | \`${one}\` |
| \`claims/doubts.json\` | Our own | \`none\` |
| \`register/a.csv\` | Statistics Norway | \`${two}\` |
`;

describe("checksumOf(bytes)", () => {
  it("is SHA-256 in lower-case hexadecimal", () => {
    expect(checksumOf(Buffer.from("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("readChecksums(readme)", () => {
  it("reads the file in the first cell and the checksum in the last of each row, and nothing outside the table", () => {
    expect([...readChecksums(readme)]).toEqual([
      ["claims/claims.json", one],
      ["claims/doubts.json", "none"],
      ["register/a.csv", two],
    ]);
  });

  it("reads a README that was saved with Windows line ends", () => {
    expect(readChecksums(readme.replaceAll("\n", "\r\n")).size).toBe(3);
  });

  it("takes nothing for a checksum that is too short or in capitals", () => {
    expect(readChecksums(`| \`a.csv\` | us | \`${one.slice(1)}\` |`).size).toBe(0);
    expect(readChecksums(`| \`a.csv\` | us | \`${"A".repeat(64)}\` |`).size).toBe(0);
  });
});

describe("acceptChecksum(readme, file, checksum)", () => {
  it("changes the checksum of that file and not a letter besides", () => {
    const three = "3".repeat(64);
    expect(acceptChecksum(readme, "register/a.csv", three)).toBe(
      readme.replace(`Norway | \`${two}\``, `Norway | \`${three}\``),
    );
  });

  it("says which file the table does not list", () => {
    expect(() => acceptChecksum(readme, "register/b.csv", one)).toThrow(
      "no row for this input in data-loaders/source/README.md: register/b.csv",
    );
  });
});
