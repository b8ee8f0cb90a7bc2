import { answerAuth } from "@/app/api/auth/answer-auth";

export function GET(request: Request): Promise<Response> {
  return answerAuth(request);
}
