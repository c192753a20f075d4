import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Java's own HTTP client, from the authorize request to /v2/user/me. Prints the answer. */
public class Login {
  static final String BACK = "http://localhost:3000/oauth";
  static final HttpClient CLIENT = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  public static void main(String[] keys) throws Exception {
    var at = URI.create("https://kauth.kakao.com/oauth/authorize?response_type=code&client_id=" + keys[0] + "&redirect_uri=" + BACK);
    var page = send(HttpRequest.newBuilder(at));
    while (page.statusCode() / 100 == 3) {
      at = at.resolve(page.headers().firstValue("location").get());
      page = send(HttpRequest.newBuilder(at));
    }
    page = send(posted(at.toString(), "persona=returning"));
    while (!page.headers().firstValue("location").get().startsWith(BACK)) {
      at = at.resolve(page.headers().firstValue("location").get());
      page = send(HttpRequest.newBuilder(at));
    }
    var code = page.headers().firstValue("location").get().replaceAll(".*code=([^&]*).*", "$1");
    var form = "grant_type=authorization_code&client_id=" + keys[0] + "&client_secret=" + keys[1] + "&redirect_uri=" + BACK + "&code=" + code;
    var tokens = send(posted("https://kauth.kakao.com/oauth/token", form)).body();
    var token = tokens.replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    var me = HttpRequest.newBuilder(URI.create("https://kapi.kakao.com/v2/user/me")).header("Authorization", "Bearer " + token);
    System.out.println(send(me).body());
  }

  static HttpRequest.Builder posted(String to, String form) {
    return HttpRequest.newBuilder(URI.create(to))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
