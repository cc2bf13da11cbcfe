import type { Wallet } from "../../app/wallet/wallet.server";
import { letOthersGoFirst } from "./clock";
import { faults } from "./faults";
import type { SimulatedWallet } from "./simulated-wallet";

type Stub = DurableObjectStub<SimulatedWallet>;
type Method = (...args: unknown[]) => Promise<unknown>;

/** Wallets that may be slow, or be reset before, within or after any call; the caller sees what the runtime throws then. */
export const faultyWallets = (
  namespace: DurableObjectNamespace<SimulatedWallet>,
): DurableObjectNamespace<Wallet> =>
  new Proxy(namespace as unknown as DurableObjectNamespace<Wallet>, {
    get(target, name) {
      if (name === "get") return (id: DurableObjectId) => faultyStub(namespace.get(id));
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });

const faultyStub = (stub: Stub): object =>
  new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          call(stub, String(name), args),
    },
  );

async function call(stub: Stub, name: string, args: unknown[]): Promise<unknown> {
  const method = () => (stub as unknown as Record<string, Method>)[name]!(...args);
  if (faults.strikes("wallet_slow")) await letOthersGoFirst();
  // After a reset the stub is dead, so that calling it throws the runtime's own error.
  if (faults.strikes("wallet_reset_before")) await reset(stub);
  if (faults.strikes("wallet_reset_within")) return stub.workAndReset(name, args);
  const answer = await method();
  if (!faults.strikes("wallet_reset_after")) return answer;
  await reset(stub);
  return method();
}

/** Stops the object where it stands, as a deploy or a failing machine does. */
export async function reset(stub: Stub): Promise<void> {
  await stub.reset().catch(() => {});
}
