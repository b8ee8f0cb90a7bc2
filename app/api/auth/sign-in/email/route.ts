import { answerAuth } from "@/app/api/auth/answer-auth";

export function POST(request: Request): Promise<Response> {
  return answerAuth(request);
}
