import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, flag, listOf, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { pollOption } from "@/lib/messages/parts/poll-option";
import { promptText } from "@/lib/messages/prompt-text";
import { innermost } from "@/lib/text/innermost";

/** A question with options to vote for. */
export const poll = defineMessage({
  type: "poll",
  aliases: ["poll_creation", "poll_message"],
  content: innermost(
    ["poll", "poll_creation"],
    z
      .object({
        question: optionalText,
        title: optionalText,
        name: optionalText,
        text: optionalText,
        body: optionalText,
        options: listOf(pollOption),
        choices: listOf(pollOption),
        poll_options: listOf(pollOption),
        multiple: flag,
        allow_multiple: flag,
        multiple_answers: flag,
        selectable_count: optionalNumber,
      })
      .transform((sent, context) => {
        const question = firstText(sent.question, sent.title, sent.name, sent.text, sent.body);
        const options = [...sent.options, ...sent.choices, ...sent.poll_options];
        if (question === "" && options.length === 0)
          context.addIssue({ code: "custom", message: "has neither a question nor options" });
        const limit = sent.selectable_count;
        const isMultiple = sent.multiple || sent.allow_multiple || sent.multiple_answers || (limit ?? 1) !== 1;
        return { title: question, options, isMultiple, limit };
      }),
  ),
  text: (content) => promptText(content.title, content.options) || "Poll",
  answeredBy: ["poll.response"],
});
