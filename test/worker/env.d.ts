import type { D1Migration } from "@cloudflare/vitest-pool-workers";
import type { Bindings } from "../../app/context.server";

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[];
      /** The built app; ask it with the host of the site that is meant. */
      APP: Fetcher;
      STRIPE: Fetcher;
      INBOX: Fetcher;
      DNS: Fetcher;
      CLOUDFLARE: Fetcher;
    }
  }
}
