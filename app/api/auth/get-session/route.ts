import { auth } from "@/lib/auth/auth";

export async function GET(request: Request): Promise<Response> {
  return auth().handler(request);
}
