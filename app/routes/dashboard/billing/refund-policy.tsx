import { redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import * as z from "zod";
import { forPartner, forPermitted } from "../../../http/handlers.server";
import { changeRefundPolicy } from "../../../partners/change-refund-policy.server";
import { formUnusable } from "../../../refusals";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { RadioCards } from "../../../ui/RadioCards";
import { SubmitButton } from "../../../ui/SubmitButton";

const PAGE = "/settings/refund-policy";
const Policy = z.enum(["manual", "available", "full"]);

const CHOICES = [
  {
    value: "manual",
    label: "Decide each time",
    hint: "Nothing moves by itself. Each refund and dispute opens a case, and you deduct the credits or let them be kept.",
  },
  {
    value: "available",
    label: "Take what is left",
    hint: "The refunded credits are deducted at once, as far as the balance goes. What was used already is your loss.",
  },
  {
    value: "full",
    label: "Take all",
    hint: "All refunded credits are deducted at once, below zero if they were used. The next purchase repays first.",
  },
];

export const meta = () => [{ title: "Refund policy · Topup" }];

export const loader = forPartner(async ({ partner }, { request }) => ({
  policy: partner.refundPolicy,
  isSaved: new URL(request.url).searchParams.has("saved"),
}));

export const action = forPermitted("change_refund_policy", async (context, { request }) => {
  const chosen = Policy.safeParse((await request.formData()).get("policy"));
  if (!chosen.success) throw formUnusable();
  await changeRefundPolicy(context, chosen.data);
  return redirect(`${PAGE}?saved`, 303);
});

export default function RefundPolicyPage() {
  const { policy, isSaved } = useLoaderData<typeof loader>();
  const isSaving = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title="Refund policy"
        description="What happens to credits when their money goes back to the customer. You refund in Stripe; this is about the credits."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Refund policy" }]}
      />
      {isSaved && (
        <Notice tone="success" title="Refund policy saved" text="It holds for refunds from now on." />
      )}
      <Card>
        <Form method="post" className="grid max-w-xl gap-5">
          <RadioCards
            legend="When a payment is refunded or disputed"
            name="policy"
            options={CHOICES}
            defaultValue={policy}
          />
          <div>
            <SubmitButton pending={isSaving && "Saving…"}>Save changes</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
