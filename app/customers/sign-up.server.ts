import type { Customer, Partner } from "../../db/portals.server";
import { insertSignUp } from "../../db/sign-ups.server";
import type { Context } from "../context.server";
import { newId } from "../ids";
import { TIERS } from "../partners/tier";
import { signUpClosed } from "../refusals";
import { nameOfAddress } from "./name-of-address";

/** Makes a customer of whoever proved an address on a portal that lets anybody join. */
export async function signUpCustomer(
  { db, now }: Context,
  partner: Pick<Partner, "id" | "tier" | "supportEmail">,
  email: string,
): Promise<Customer> {
  const customer = await insertSignUp(db, partner.id, {
    customerId: newId("customer"),
    auditId: newId("audit"),
    email,
    name: nameOfAddress(email),
    at: now(),
    tier: partner.tier,
    customerLimit: TIERS[partner.tier].customerLimit,
  });
  if (!customer) throw signUpClosed(partner.supportEmail);
  return customer;
}
