import { useActionData } from "@remix-run/react";
import { redeemLink } from "../auth/sign-in.server";
import { beginSession } from "../http/begin-session.server";
import { forVisitor, invalid } from "../http/handlers.server";
import { realmOf } from "../http/sign-in-site";
import { ButtonLink } from "../ui/Button";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SubmitButton } from "../ui/SubmitButton";

// The address of this page is a secret until it is used, so no other site hears it. With "no-referrer" the browser
// would not tell our own door where the form comes from either.
export const headers = () => ({ "referrer-policy": "same-origin" });

/** Looking uses nothing up: mail scanners open links before people do. */
export const loader = forVisitor(async () => null);

export const action = forVisitor(async ({ visit, ...context }, { params }) => {
  const email = await redeemLink(context, realmOf(visit), params.token ?? "");
  const signedIn = email && (await beginSession(context, visit, email, "/"));
  return signedIn || invalid({ isSpent: true });
});

export default function SignInLink() {
  if (useActionData<typeof action>()?.isSpent) {
    return (
      <SignInCard
        brand={<SiteBrand />}
        title="This link no longer works"
        text="A link works once and for 10 minutes, on the site that sent it. Ask for a new one; nothing was changed."
      >
        <ButtonLink href="/sign-in" variant="primary" wide>
          Ask for a new link
        </ButtonLink>
      </SignInCard>
    );
  }
  return (
    <SignInCard brand={<SiteBrand />} title="Sign in" text="One click, and you are in.">
      <form method="post">
        <SubmitButton wide>Sign in</SubmitButton>
      </form>
    </SignInCard>
  );
}
