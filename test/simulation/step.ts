import type { World } from "./world";

/** Something that somebody does, or that happens. */
export interface Step {
  name: string;
  /** How often it is chosen, compared with the others; much, for what can seldom be done. */
  weight: number;
  /** Says what it did, for the log of the seed; null when there was nothing to do it with. */
  run(world: World): Promise<string | null>;
}
