/** An answer that does not come. */
export const never = () => new Promise<never>(() => {});

/** A binding that tells which of its members is used, and may answer in its place. */
export function observed<T extends object>(binding: T, see: (name: string) => unknown): T {
  return new Proxy(binding, {
    get(target, name) {
      const own = see(String(name));
      const member: unknown = own ?? Reflect.get(target, name);
      return typeof member === "function" && own === undefined ? member.bind(target) : member;
    },
  });
}
