import { inside } from "./open-wallet";

/** Ends a wallet's object as a crash or a deploy does; the next call finds a new one with what was stored. */
export async function restart(customerId: string): Promise<void> {
  await inside(customerId, (_, state) => state.storage.sync());
  await inside(customerId, (_, state) => state.abort("restarted by a test")).catch(() => {});
}

/** Takes everything from a wallet, as no crash does: what is left of it are its copies. */
export async function lose(customerId: string): Promise<void> {
  await inside(customerId, async (_, { storage }) => {
    await storage.deleteAlarm();
    await storage.deleteAll();
    await storage.sync();
  });
  await restart(customerId);
}
