import { findTaken } from "../../db/new-customers.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { addCustomers } from "./create-customer.server";
import { type CustomerFile, readCustomerFile, withoutTaken } from "./customer-file";

export type ImportResult =
  | { outcome: "imported"; customers: number; leftOut: number }
  /** Nothing was written: the report says why. */
  | { outcome: "reported"; file: CustomerFile };

interface ImportWish {
  text: string;
  isInvited: boolean;
  /** Whether the good rows are wanted where others are not good. */
  acceptsPart: boolean;
}

/**
 * Makes customers of the rows of a file. The whole of it is looked at first: where a row is not good nothing is written,
 * unless the good ones are asked for, and those are written all together or not at all.
 */
export async function importCustomers(
  context: PartnerContext,
  { text, isInvited, acceptsPart }: ImportWish,
): Promise<ImportResult> {
  const file = await checkFile(context, text);
  const isWanted = file.problems.length === 0 || acceptsPart;
  if (!isWanted || file.good.length === 0) return { outcome: "reported", file };

  const customers = file.good.map(({ draft }) => ({ ...draft, id: newId("customer") }));
  const added = await addCustomers(context, customers, isInvited);
  // Somebody has just made one of them: looked at again, the report names it.
  if (added.outcome === "taken") return { outcome: "reported", file: await checkFile(context, text) };
  return { outcome: "imported", customers: customers.length, leftOut: file.problems.length };
}

async function checkFile({ db, partner }: PartnerContext, text: string): Promise<CustomerFile> {
  const file = readCustomerFile(text);
  const drafts = file.good.map(({ draft }) => draft);
  const taken = await findTaken(
    db,
    partner.id,
    drafts.map(({ email }) => email),
    drafts.flatMap(({ externalId }) => externalId ?? []),
  );
  return withoutTaken(file, taken);
}
