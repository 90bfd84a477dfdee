/* Loaded before a build: the disk is full as soon as it writes what it made. */
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

const isOfBuild = (path) => /\.work\/build\/.*\.(zip|html)$/.test(path);
const full = () => Object.assign(new Error("ENOSPC: no space left on device, write"), {code: "ENOSPC"});
const {writeFileSync} = fs;
fs.writeFileSync = (path, ...rest) => {
  if (isOfBuild(String(path))) throw full();
  return writeFileSync(path, ...rest);
};
syncBuiltinESMExports();
