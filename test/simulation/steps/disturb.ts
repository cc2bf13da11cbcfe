import { reset } from "../faulty-wallets";
import type { Step } from "../step";

export const DISTURBING: Step[] = [
  {
    name: "reset a wallet",
    weight: 3,
    async run(world) {
      const index = world.random.between(0, world.customers.length - 1);
      await reset(world.wallet(world.customers[index]!.id));
      return `of customer ${index}`;
    },
  },
  {
    name: "ring the alarms",
    weight: 24,
    async run(world) {
      await world.ringAlarms();
      return "";
    },
  },
];
