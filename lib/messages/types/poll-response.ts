import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, isNothing, optionalText } from "@/lib/messages/lenient";
import { pollOption } from "@/lib/messages/parts/poll-option";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

const namedOption = pollOption.refine((name) => name !== "", "contains no option");

const votes = z.preprocess(votesIn, z.array(namedOption).optional()).optional();

/** Fields that mark an option as voted for; `false` in messages that list all options. */
const marks = ["voted", "selected", "is_selected", "chosen"];

/** The options in a list of votes. An entry may be an object with the option in one of its fields. */
function votesIn(sent: unknown): unknown[] | undefined {
  if (isNothing(sent)) return undefined;
  return (Array.isArray(sent) ? sent : [sent])
    .filter((entry) => !isNothing(entry) && !(isRecord(entry) && marks.some((mark) => entry[mark] === false)))
    .map((entry) => (isRecord(entry) && !isNothing(entry.option) ? entry.option : entry));
}

/** The visitor's vote in a poll; empty when it was withdrawn. */
export const pollResponse = defineMessage({
  type: "poll.response",
  aliases: ["poll_vote", "poll_update", "poll_response"],
  content: innermost(
    ["poll_vote", "poll_update", "poll_response", "vote", "poll"],
    z
      .object({
        options: votes,
        selected_options: votes,
        votes,
        selected: votes,
        choices: votes,
        option: votes,
        vote: votes,
        value: votes,
        title: votes,
        text: votes,
        body: votes,
        poll_id: optionalText,
        poll_message_id: optionalText,
        message_id: optionalText,
      })
      .transform((sent, context) => {
        const { options, selected_options, selected, choices, option, vote, value, title, text, body } = sent;
        // Lists of votes come before lists that may contain all options.
        const lists = [selected_options, sent.votes, selected, option, vote, choices, options, value, title, text];
        const chosen = lists.find((list) => list !== undefined) ?? body;
        if (chosen === undefined) context.addIssue({ code: "custom", message: "contains no option" });
        return {
          chosen: chosen ?? [],
          pollId: firstText(sent.poll_id, sent.poll_message_id, sent.message_id),
        };
      }),
  ),
  text: (content) => (content.chosen.length === 0 ? "Withdrew the vote" : plainText(content.chosen.join(", "))),
});
