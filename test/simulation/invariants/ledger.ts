import type { Evidence, Invariant } from "../evidence";
import type { StoredEntry, WalletContents } from "../wallet-contents";

/** What must hold in each wallet by itself. */
const ofEachWallet = (name: string, broken: (wallet: WalletContents) => string[]): Invariant => ({
  name,
  broken: ({ wallets }) =>
    [...wallets].flatMap(([id, wallet]) => broken(wallet).map((why) => `${id}: ${why}`)),
});

const sumOf = (entries: StoredEntry[]) => entries.reduce((sum, entry) => sum + entry.amount_micros, 0);

const balanceIsTheSum = ofEachWallet(
  "I1 the balance is the sum of the entries",
  ({ entries, balanceMicros }) => {
    const last = entries.at(-1)?.balance_after_micros ?? 0;
    const sum = sumOf(entries);
    return balanceMicros === sum && last === sum
      ? []
      : [`the balance is ${balanceMicros}, the last entry says ${last}, the sum is ${sum}`];
  },
);

const entriesAreNumbered = ofEachWallet(
  "I2 entries are numbered without gaps, one for each key",
  ({ entries }) => {
    const keys = new Set(entries.map((entry) => entry.idempotency_key));
    return [
      ...entries.flatMap(({ seq }, index) =>
        seq === index + 1 ? [] : [`entry ${seq} stands in place ${index + 1}`],
      ),
      ...(keys.size === entries.length ? [] : [`${entries.length} entries have ${keys.size} keys`]),
    ];
  },
);

const entriesNeverChange: Invariant = {
  name: "I3 no entry ever changed or went",
  broken: ({ wallets, earlier }) =>
    earlier.flatMap((snapshot) =>
      [...snapshot.wallets].flatMap(([id, before]) => {
        const now = wallets.get(id)?.entries.slice(0, before.entries.length);
        return JSON.stringify(now) === JSON.stringify(before.entries)
          ? []
          : [`${id} has other entries than before`];
      }),
    ),
};

const deductionsAreCovered: Invariant = {
  name: "I7 only a policy that takes everything back leaves a balance below zero",
  broken: ({ wallets, record }) =>
    [...wallets].flatMap(([id, { owner, entries }]) => {
      const hadFull = record.policies.get(owner?.partner_id ?? "")?.has("full") ?? false;
      const isByPolicy = ({ actor, kind }: StoredEntry) =>
        hadFull && actor === "system" && kind.endsWith("_clawback");
      return entries
        .filter((entry) => entry.amount_micros < 0 && entry.balance_after_micros < 0 && !isByPolicy(entry))
        .map(({ seq, balance_after_micros }) => `entry ${seq} of ${id} leaves ${balance_after_micros}`);
    }),
};

const walletsAreSound = ofEachWallet("I19 a wallet finds nothing wrong with itself", ({ broken }) =>
  broken.map(({ invariant, about }) => `${invariant}, ${about}`),
);

const outboxIsAwake: Invariant = {
  name: "I14 what is not copied has an alarm",
  broken: ({ wallets, earlier }: Evidence) =>
    [...earlier.map((snapshot) => snapshot.wallets), wallets].flatMap((moment) =>
      [...moment]
        .filter(([, { outbox, hasAlarm }]) => outbox.length > 0 && !hasAlarm)
        .map(([id, { outbox }]) => `${id} has ${outbox.length} rows to tell and no alarm`),
    ),
};

export const LEDGER: Invariant[] = [
  balanceIsTheSum,
  entriesAreNumbered,
  entriesNeverChange,
  deductionsAreCovered,
  walletsAreSound,
  outboxIsAwake,
];
