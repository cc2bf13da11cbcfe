import type { EmailContent } from "./content";
import type { Known } from "./facts.server";
import type { Letter } from "./letter";
import type { Samples } from "./samples";

/** One kind of message: what partners know it as, what it must know, and what it says. */
export interface Kind {
  label: string;
  /** When it goes out, for the partner. */
  when: string;
  /**
   * Whether it goes out: always, or until the partner switches it off, or once the partner switches it on. What a
   * customer has a right to be told cannot be switched off.
   */
  standing: "always" | "on" | "off";
  to: "customer" | "colleague";
  /** What to do where it cannot be sent again, because nobody kept what it said. */
  instead?: string;
  /** What a queued message says. Null says that there is nothing to say any more. */
  write(letter: Letter, known: Known): Promise<EmailContent | null>;
  /** What it says with figures of nobody. */
  writeSample(letter: Letter, samples: Samples): EmailContent;
}

interface Parts<Facts> extends Omit<Kind, "write" | "writeSample"> {
  /** Where it finds what it must know beside the letter's own words. */
  facts: (known: Known) => Promise<Facts | null>;
  sample: (samples: Samples) => Facts;
  words: (letter: Letter, facts: Facts) => EmailContent;
}

/** Puts a kind together, so that only its own file knows what its facts are. */
export const defineKind = <Facts>({ facts, sample, ...parts }: Parts<Facts>) => ({
  ...parts,
  async write(letter: Letter, known: Known) {
    const found = await facts(known);
    return found && parts.words(letter, found);
  },
  writeSample: (letter: Letter, samples: Samples) => parts.words(letter, sample(samples)),
});
