/* Imported before all else: an older Node would fail later, with an error that does not say why. */

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`this needs Node 20.9 or later, and runs in Node ${process.versions.node}`);
  process.exit(1);
}
