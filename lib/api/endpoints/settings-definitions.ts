import { done } from "@/lib/api/schemas/done";
import {
  createdToken,
  createdUser,
  newApiToken,
  newToken,
  newUser,
  passwordChange,
  userChange,
  userChanged,
  userList,
} from "@/lib/api/schemas/settings";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Settings";

export const settingsDefinitions = {
  changePassword: define(endpoints.changePassword, {
    tag,
    summary: "Change your password",
    description: "Signs you out on other devices. The answer sets the cookie of a new session for this one.",
    body: passwordChange,
    answer: done,
  }),
  revokeSessions: define(endpoints.revokeSessions, {
    tag,
    summary: "Sign out on all devices",
    description: "Ends all your sessions, including this one.",
    answer: done,
  }),
  revokeSession: define(endpoints.revokeSession, {
    tag,
    summary: "Sign out on another device",
    description: "Ends one of your sessions.",
    answer: done,
    errors: [404],
  }),
  createApiToken: define(endpoints.createApiToken, {
    tag,
    summary: "Create an API token",
    description:
      "For scripts: it changes nothing. It never has more rights than you, also if yours are reduced later. `token` is in this answer only.",
    body: newApiToken,
    answer: createdToken,
    status: 201,
  }),
  revokeApiToken: define(endpoints.revokeApiToken, {
    tag,
    summary: "Revoke an API token",
    description: "Your own or, as an admin, anyone's. Scripts that use it stop working immediately.",
    answer: done,
    errors: [404],
  }),
  createWebhookToken: define(endpoints.createWebhookToken, {
    tag,
    summary: "Create a webhook token",
    description: "The webhook accepts it immediately.",
    body: newToken,
    answer: createdToken,
    status: 201,
  }),
  revokeWebhookToken: define(endpoints.revokeWebhookToken, {
    tag,
    summary: "Revoke a webhook token",
    description: "Deliveries with this token are refused immediately, and the platform does not resend them.",
    answer: done,
    errors: [404],
  }),
  listUsers: define(endpoints.listUsers, {
    tag,
    summary: "List the users",
    description: "With their roles and scopes, when they were last seen, and their open invitations.",
    answer: userList,
  }),
  createUser: define(endpoints.createUser, {
    tag,
    summary: "Add a user",
    description: "The answer has a password or a one-time link, which are returned only here.",
    body: newUser,
    answer: createdUser,
    status: 201,
  }),
  updateUser: define(endpoints.updateUser, {
    tag,
    summary: "Change a user's role or scope, reset their password, or invite them again",
    description:
      "A changed role or scope takes effect with the user's next request. A reset signs the user out everywhere; `password` and `inviteUrl` are in this answer only.",
    body: userChange,
    answer: userChanged,
    errors: [404, 409],
  }),
  deleteUser: define(endpoints.deleteUser, {
    tag,
    summary: "Remove a user",
    description: "The user is signed out, and their API tokens are revoked.",
    answer: done,
    errors: [404, 409],
  }),
  signOutUser: define(endpoints.signOutUser, {
    tag,
    summary: "Sign a user out everywhere",
    description: "Ends all their sessions.",
    answer: done,
    errors: [404],
  }),
};
