import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forPartner, invalid } from "../../../http/handlers.server";
import {
  DISCONNECT_WORD,
  disconnectStripe,
  isDisconnectWord,
} from "../../../partners/disconnect-stripe.server";
import { requirePermission } from "../../../partners/require-permission.server";
import { stripeNotConnected } from "../../../refusals";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

const PAGE = "/settings/stripe-connect";

export const meta = () => [{ title: "Disconnect Stripe · Topup" }];

export const loader = forPartner(async (context) => {
  await requirePermission(context, "connect_stripe");
  const { account } = context;
  if (!account || account.deauthorizedAt !== null) throw stripeNotConnected();
  return { accountId: account.accountId, word: DISCONNECT_WORD };
});

export const action = forPartner(async (context, { request }) => {
  await requirePermission(context, "connect_stripe");
  const word = String((await request.formData()).get("word") ?? "");
  if (!isDisconnectWord(word)) {
    return invalid({ word, error: `Type ${DISCONNECT_WORD} to disconnect. Nothing was changed.` });
  }
  await disconnectStripe(context);
  return redirect(`${PAGE}?disconnected`, 303);
});

export default function DisconnectStripe() {
  const { accountId, word } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSending = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title="Disconnect Stripe"
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Stripe Connect", href: PAGE },
          { label: "Disconnect" },
        ]}
      />
      <Card
        title="Stop selling on this account?"
        description={
          <>
            New payments on{" "}
            <code translate="no" className="text-xs break-all text-foreground">
              {accountId}
            </code>{" "}
            stop at once, and payment pages that are still open are closed. Credits and history stay, and what
            was paid is refunded on this account. To sell again you connect an account anew.
          </>
        }
      >
        <form method="post" className="grid max-w-sm gap-4" noValidate>
          <TextField
            label={`Type “${word}”`}
            name="word"
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={answer?.word ?? ""}
            error={answer?.error}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pending={isSending && "Disconnecting…"}>
              Disconnect
            </SubmitButton>
            <ButtonLink href={PAGE} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </form>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
