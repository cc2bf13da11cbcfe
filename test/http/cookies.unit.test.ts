import { expect, test } from "vitest";
import type { Settings } from "../../app/env.server";
import { challengeCookie, sessionCookie } from "../../app/http/cookies.server";

const settings = (isSecure: boolean) => ({ isSecure }) as Settings;

test("served over https, a cookie is tied to exactly one host and never travels in the clear", async () => {
  for (const cookie of [sessionCookie(settings(true)), challengeCookie(settings(true))]) {
    const header = await cookie.serialize("value");
    expect(header).toMatch(/^__Host-(session|sign-in)=/);
    expect(header).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(header).not.toMatch(/domain/i);
  }
});

test("in development, without https, the same cookies have plain names", async () => {
  expect(await sessionCookie(settings(false)).serialize("value")).toMatch(/^session=(?!.*Secure)/);
  expect(await challengeCookie(settings(false)).serialize("value")).toMatch(/^sign-in=(?!.*Secure)/);
});
