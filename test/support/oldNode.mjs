/* Loaded before a command: it believes to run in an older Node. */
Object.defineProperty(process, "versions", {value: {...process.versions, node: "18.19.0"}});
