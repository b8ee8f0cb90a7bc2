import { z } from "zod";
import { defineMessage } from "./define-message";
import { innermost } from "./innermost";
import { firstText, isNothing, optionalText } from "./lenient";
import { plainText } from "./plain-text";
import { pollOption } from "./poll-option";

const votes = z
  .preprocess(
    (sent) => (isNothing(sent) ? undefined : Array.isArray(sent) ? sent : [sent]),
    z.array(pollOption).optional(),
  )
  .optional();

/** What the visitor voted for in a poll; nothing when the vote was taken back. */
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
        const { options, selected_options, choices, option, vote, value, title, text, body } = sent;
        const lists = [selected_options, sent.votes, sent.selected, choices, options, option, vote, value, title, text];
        const chosen = lists.find((list) => list !== undefined) ?? body;
        if (chosen === undefined) context.addIssue({ code: "custom", message: "says no option" });
        return {
          chosen: (chosen ?? []).filter((one) => one !== ""),
          pollId: firstText(sent.poll_id, sent.poll_message_id, sent.message_id),
        };
      }),
  ),
  text: (content) => (content.chosen.length === 0 ? "Withdrew the vote" : plainText(content.chosen.join(", "))),
});
