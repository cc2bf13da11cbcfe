import { BYTE_ORDER_MARK } from "../../../csv";
import { SAMPLE_FILE } from "../../../customers/customer-file";
import { forPartnerFile } from "../../../http/handlers.server";

export const loader = forPartnerFile(
  async () =>
    new Response(BYTE_ORDER_MARK + SAMPLE_FILE, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="customers.csv"',
        "cache-control": "no-store",
      },
    }),
);
