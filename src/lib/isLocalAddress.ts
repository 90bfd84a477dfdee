/** True of an address that only the machine it names can open. */
export const isLocalAddress = (url: string) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);
