/** The port that PORT names, or 3000. Ends the process when it names none. */
export function portWanted(text = process.env.PORT || "3000"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`PORT is a whole number from 0 to 65535: ${JSON.stringify(text)}`);
  process.exit(2);
}
