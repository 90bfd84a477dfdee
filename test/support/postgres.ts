import {execFileSync} from "node:child_process";
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fromDebian} from "./debianPackage.js";

/** A PostgreSQL server of a test's own. */
export interface Postgres {
  /** Runs SQL, or a file of it, as `psql` does. @throws Error with what the server says */
  psql(options: {sql: string} | {file: string}): void;
  stop(): void;
}

const place = "/usr/lib/postgresql";

/** Where Debian has the server's programs: those of the newest version. */
function programs(): string | undefined {
  if (!existsSync(place)) return undefined;
  const versions = readdirSync(place).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => `${place}/${version}/bin`).find((path) => existsSync(`${path}/initdb`));
}

/** Starts a server that listens to a socket in a temporary folder alone, as a user that is not root, which it would refuse. */
export function startPostgres(): Postgres {
  const bin = fromDebian("postgresql", programs);
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const isRoot = process.getuid?.() === 0;
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], {encoding: "utf8"}));
  const user = isRoot ? {uid: idOf("-u"), gid: idOf("-g")} : {};
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const [data, log] = [join(folder, "data"), join(folder, "log")];
  const server = (program: string, ...args: string[]) =>
    execFileSync(`${bin}/${program}`, args, {...user, cwd: folder, stdio: ["ignore", "ignore", "inherit"]});
  server("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync");
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  server("pg_ctl", "-D", data, "-l", log, "-w", "-o", settings, "start");
  return {
    psql: (options) => {
      const what = "sql" in options ? ["-c", options.sql] : ["-f", options.file];
      const connection = ["-h", folder, "-U", "tester", "-d", "postgres"];
      execFileSync(`${bin}/psql`, [...connection, "-X", "-q", "-v", "ON_ERROR_STOP=1", ...what], {
        stdio: ["ignore", "ignore", "pipe"],
      });
    },
    stop: () => {
      server("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
      rmSync(folder, {recursive: true});
    },
  };
}
