"""Python's standard library, from the authorize request to /v2/user/me. Prints the answer."""
import json
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from urllib.error import HTTPError

CLIENT_ID, CLIENT_SECRET = sys.argv[1:3]
REDIRECT_URI = "http://localhost:3000/oauth"


class StopAtPartner(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if newurl.startswith(REDIRECT_URI):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), StopAtPartner)


def form(**fields):
    return urllib.parse.urlencode(fields).encode()


query = urllib.parse.urlencode({"client_id": CLIENT_ID, "redirect_uri": REDIRECT_URI, "response_type": "code"})
login = browser.open("https://kauth.kakao.com/oauth/authorize?" + query)
try:
    browser.open(login.geturl(), form(persona="returning"))
    sys.exit("no code came")
except HTTPError as redirect:
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(redirect.headers["Location"]).query)["code"][0]

token = json.load(
    urllib.request.urlopen(
        "https://kauth.kakao.com/oauth/token",
        form(
            grant_type="authorization_code",
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
            redirect_uri=REDIRECT_URI,
            code=code,
        ),
    )
)
me = urllib.request.Request(
    "https://kapi.kakao.com/v2/user/me", headers={"Authorization": "Bearer " + token["access_token"]}
)
print(urllib.request.urlopen(me).read().decode())
