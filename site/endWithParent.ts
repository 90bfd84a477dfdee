/** Ends this process when the one that started it is gone: a server must not outlive the `npm` that runs it. */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 500).unref();
}
