/**
 * The network that an address belongs to, for counting: an IPv4 address itself, of an IPv6 address the first half,
 * because one household has the whole second half to choose from.
 */
export function networkOf(address: string): string {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [before = "", after] = address.toLowerCase().split("::", 2);
  const first = before.split(":").filter(Boolean);
  const last = (after ?? "").split(":").filter(Boolean);
  const left = after === undefined ? 0 : Math.max(8 - first.length - last.length, 0);
  const groups = [...first, ...Array<string>(left).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
