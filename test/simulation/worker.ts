import { takeOverTime } from "./clock";
import { type Fault, faults } from "./faults";
import { takeOverLog } from "./log";
import { takeOverNetwork } from "./network";
import { playSeed, type SeedOutcome, type Sites } from "./seed";
import type { SimulationBindings } from "./world";

export { SimulatedWallet } from "./simulated-wallet";

export interface Played {
  outcomes: SeedOutcome[];
  /** How often each fault fired in these seeds. */
  fired: Record<Fault, number>;
}

let sites: Sites;
let log: string[] = [];

takeOverTime();
takeOverLog((line) => log.push(line));
takeOverNetwork(() => sites);

/** Plays the seeds that it is asked for, one after the other: time, network and faults are those of one world. */
export default {
  async fetch(request, bindings) {
    const { seeds } = await request.json<{ seeds: number[] }>();
    const { STRIPE, INBOX } = bindings;
    const name = crypto.randomUUID();
    // A stub is of use only to the request that took it, and wallets call out in requests of their own.
    sites = {
      get stripe() {
        return STRIPE.get(STRIPE.idFromName(name));
      },
      get inbox() {
        return INBOX.get(INBOX.idFromName(name));
      },
    };
    faults.forgetCounts();
    const outcomes: SeedOutcome[] = [];
    for (const seed of seeds) {
      log = [];
      outcomes.push(await playSeed(bindings, seed, sites, log).catch(stopped(seed)));
    }
    return Response.json({ outcomes, fired: faults.fired } satisfies Played);
  },
} satisfies ExportedHandler<SimulationBindings>;

/** A seed that could not be played to its end has failed too. */
const stopped =
  (seed: number) =>
  (error: unknown): SeedOutcome => ({ seed, steps: 0, broken: [`The simulation stopped: ${error}`], log });
