/** The value at a key, made and kept where there is none. */
export function getOrMake<Key, Value>(
  known: {get(key: Key): Value | undefined; set(key: Key, value: Value): unknown},
  key: Key,
  make: () => Value,
): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** A function of an object that is computed once for each object, and then remembered. */
export function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => getOrMake(made, key, () => make(key));
}
