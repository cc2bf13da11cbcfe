import type { Customer } from "../shop/people";

/** Somebody of the partner adds credits, or deducts them below 0, with this note. */
export async function adjusted(customer: Customer, credits: number, note: string): Promise<void> {
  await customer.wallet((wallet) =>
    wallet.adjust({
      partnerId: customer.shop.partnerId,
      customerId: customer.id,
      formId: crypto.randomUUID(),
      amountMicros: credits * 1_000_000,
      note,
      actor: "member_olivia",
    }),
  );
}
