import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { conversationQuestions } from "@/lib/queries/conversations/conversation-questions";
import { questionTable } from "@/lib/queries/conversations/question-table";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listQuestions, async ({ viewer, path, query }) => {
  const data = await conversationQuestions(viewer, { key: path.key, at: query.at });
  if (data instanceof Refusal || query.format === "json") return data instanceof Refusal ? data : { data };
  const name = path.key.replace(/[^\w-]+/g, "_").slice(0, 80);
  return new Response(questionTable(data, query.dialect), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="questions-${name}.csv"`,
    },
  });
});
