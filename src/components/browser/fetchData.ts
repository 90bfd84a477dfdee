const fetched = new Map<string, Promise<unknown>>();

/**
 * Fetches something once. What failed may be tried again.
 *
 * @param name what it is known by
 */
export function fetchOnce<T>(name: string, fetchIt: () => Promise<T>): Promise<T> {
  const known = fetched.get(name) as Promise<T> | undefined;
  if (known) return known;
  const found = fetchIt();
  found.catch(() => fetched.delete(name));
  fetched.set(name, found);
  return found;
}

/**
 * Fetches a file of the report's data.
 *
 * @param name below `data`, such as `summary.json`
 * @throws Error when there is no such file
 */
export async function fetchData(name: string): Promise<Response> {
  const response = await fetch(new URL(`../data/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`no such data: ${name}`);
  return response;
}

/** A part of the report as the build wrote it, fetched once: `summary`, `explore/adoption`. */
export const fetchJson = (name: string): Promise<unknown> =>
  fetchOnce(name, async () => (await fetchData(`${name}.json`)).json());
