import * as z from "zod";
import type { Database } from "../../db/client.server";
import {
  findMailedEntry,
  findMailedPurchase,
  findMailedRefund,
  findReceipt,
  type RefundFacts,
  wasToldOfRefund,
} from "../../db/email-facts.server";
import type { Email } from "../../db/emails.server";

const OfRefund = z.object({ purchaseId: z.string() });
const OfEntry = z.object({ seq: z.number().int() });

/** What a kind may ask about the subject of a queued message. Null is nothing that there is to say any more. */
export const knownOf = (db: Database, email: Email) => {
  const { partnerId, customerId, subjectId, details, createdAt } = email;
  return {
    details,
    createdAt,
    receipt: () => findReceipt(db, partnerId, subjectId),
    /** A purchase that has gone on since is told of by what it has become. */
    async purchaseIn(...states: string[]) {
      const purchase = await findMailedPurchase(db, partnerId, subjectId);
      return purchase && states.includes(purchase.state) ? { purchase } : null;
    },
    refund: () => findMailedRefund(db, partnerId, OfRefund.parse(details).purchaseId, subjectId),
    wasTold: ({ purchase, refund }: RefundFacts) => wasToldOfRefund(db, partnerId, purchase, refund.refundId),
    entry: () => findMailedEntry(db, partnerId, customerId ?? "", OfEntry.parse(details).seq),
  };
};

export type Known = ReturnType<typeof knownOf>;
