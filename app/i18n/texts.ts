import type { english } from "./en/texts";

/** Every text that a customer reads. English says which there are: a language that lacks one does not compile. */
export type Texts = ReturnType<typeof english>;
