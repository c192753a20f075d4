# curl, from the authorize request to /v2/user/me. Prints the answer.
set -eu
ID=$1 SECRET=$2 BACK=http://localhost:3000/oauth
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT
visit() { curl -sSL -b cookies -c cookies -o /dev/null -w '%{url_effective}' "$@"; }
LOGIN=$(visit "https://kauth.kakao.com/oauth/authorize?client_id=$ID&redirect_uri=$BACK&response_type=code")
CODE=$(curl -sS -b cookies -c cookies -o /dev/null -w '%{redirect_url}' -d persona=returning "$LOGIN" | sed 's/.*code=\([^&]*\).*/\1/')
TOKEN=$(curl -sS https://kauth.kakao.com/oauth/token -d grant_type=authorization_code -d "client_id=$ID" -d "client_secret=$SECRET" -d "redirect_uri=$BACK" -d "code=$CODE" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
curl -sS https://kapi.kakao.com/v2/user/me -H "Authorization: Bearer $TOKEN"
