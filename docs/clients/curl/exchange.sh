#!/bin/sh
# Sends a message that was signed beforehand and verifies the answer, with common tools alone; docs/clients.md.
#
#   apt-get install curl openssl xmlsec1 libxml2-utils
#   sh exchange.sh http://localhost:8080/services/students/v1 request.xml var/demo/register.crt
#
# Exit codes: 0 answered, 1 refused or not verified, 2 wrong usage.
set -eu
[ $# -eq 3 ] || { echo "arguments: ADDRESS REQUEST.xml REGISTER.crt" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
answer=$folder/answer.xml
reject() { echo "not verified: $1" >&2; exit 1; }
xpath() { xmllint --nonet --xpath "$1" "${2:-$answer}"; }

curl -s --show-error -o "$answer" --data-binary "@$2" -H 'Content-Type: text/xml; charset=utf-8' "$1"

# A fault comes unsigned where the register does not know the sender.
head="/*/*[local-name()='Header']"
body="/*/*[local-name()='Body']"
security="$head/*[local-name()='Security']"
code=$(xpath "string($body/*[local-name()='Fault']//*[local-name()='code'])")
if [ -n "$code" ] && [ "$(xpath "count($security)")" = 0 ]; then
  echo "refused: $(xpath "string($body/*/faultstring)") (not signed)" >&2
  exit 1
fi

for part in "$head" "$body" "$security"; do
  [ "$(xpath "count($part)")" = 1 ] || reject "it does not have one ${part##*=}"
done
[ "$(xpath "count(/*/*)")" = 2 ] || reject "it holds what the register does not send"

# 1. The signature holds, with the algorithms that are agreed. xmlsec1 is told which attributes are identifiers; the key is the message's certificate.
{
  echo "-----BEGIN CERTIFICATE-----"
  xpath "string($security/*[local-name()='BinarySecurityToken'])" | tr -d ' \r\n' | fold -w 64
  echo
  echo "-----END CERTIFICATE-----"
} > "$folder/signer.crt"
ids=$(for name in Body Timestamp SignatureConfirmation client service id userId issue protocolVersion representedParty \
  requestHash receipt; do printf -- '--id-attr:Id %s ' "$name"; done)
xmlsec1 --help-verify 2>/dev/null | grep -q lax-key-search && ids="$ids --lax-key-search"
[ "$(xpath "count(//*[local-name()='Signature'])")" = 1 ] || reject "it does not have one signature"
info="$security/*[local-name()='Signature']/*[local-name()='SignedInfo']"
[ "$(xpath "count($info)")" = 1 ] || reject "it does not have one signature"
references="$info/*[local-name()='Reference']"
exclusive=http://www.w3.org/2001/10/xml-exc-c14n#
algorithms=$(xpath "$info/*[local-name()='SignatureMethod']/@Algorithm" | sed 's/.*="\(.*\)"/\1/')
case $algorithms in
  http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256 | http://www.w3.org/2001/04/xmldsig-more#rsa-sha256) ;;
  http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384 | http://www.w3.org/2001/04/xmldsig-more#rsa-sha384) ;;
  http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512 | http://www.w3.org/2001/04/xmldsig-more#rsa-sha512) ;;
  *) reject "signed with another algorithm than agreed" ;;
esac
digest="*[local-name()='DigestMethod'][@Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'
  or @Algorithm='http://www.w3.org/2001/04/xmldsig-more#sha384' or @Algorithm='http://www.w3.org/2001/04/xmlenc#sha512']"
transform="*[local-name()='Transforms'][count(*)=1]/*[local-name()='Transform'][@Algorithm='$exclusive']"
[ "$(xpath "count($references)")" = "$(xpath "count($references[$digest][$transform])")" ] &&
  [ "$(xpath "count($info/*[local-name()='CanonicalizationMethod'][@Algorithm='$exclusive'])")" = 1 ] ||
  reject "signed with another algorithm than agreed"
# shellcheck disable=SC2086 # a list of options
xmlsec1 --verify --pubkey-cert-pem "$folder/signer.crt" $ids "$answer" > "$folder/xmlsec1" 2>&1 ||
  reject "its signature is wrong"

# 2. It is the register's: the certificate is one of those in the file.
signer=$(openssl x509 -in "$folder/signer.crt" -outform DER | openssl dgst -sha256)
csplit -s -z -f "$folder/known-" "$3" '/-----BEGIN CERTIFICATE-----/' '{*}'
known=no
for one in "$folder"/known-*; do
  [ "$(openssl x509 -in "$one" -outform DER | openssl dgst -sha256)" = "$signer" ] && known=yes
done
[ $known = yes ] || reject "signed by somebody else than the register"

# 3. It is signed whole: Body, Timestamp, confirmation, and each header but Security.
confirmation="$security/*[local-name()='SignatureConfirmation']"
parts="$body | $head/*[local-name()!='Security'] | $security/*[local-name()='Timestamp'] | $confirmation"
[ "$(xpath "count($body | $security/*[local-name()='Timestamp'] | $confirmation)")" = 3 ] || reject "a part is missing"
# What is no plain identifier could be a piece of XPath; what stands twice could be another element than the signed one.
xpath "//@*[local-name()='Id']" | sed 's/^ *[A-Za-z0-9:._-]*="\(.*\)"$/\1/' > "$folder/ids"
LC_ALL=C grep -q '[^A-Za-z0-9._-]' "$folder/ids" && reject "an identifier holds what none of the register's does"
[ "$(wc -l < "$folder/ids")" -eq "$(xpath "count(//@*[local-name()='Id'])")" ] &&
  [ -z "$(sort "$folder/ids" | uniq -d)" ] || reject "an identifier stands twice in the answer"
for id in $(xpath "($parts)/@*[local-name()='Id']" | sed 's/.*="\(.*\)"/\1/') ; do
  [ "$(xpath "count($references[@URI='#$id'])")" = 1 ] || reject "$id is not signed"
done
[ "$(xpath "count(($parts)[count(@*[local-name()='Id'])!=1])")" = 0 ] || reject "a part is not signed"

# 4. It answers this very request.
sent=$(xpath "string(//*[local-name()='SignatureValue'])" "$2" | tr -d ' \r\n')
[ "$(xpath "string($confirmation/@Value)" | tr -d ' \r\n')" = "$sent" ] || reject "it answers another request"
hash=$(openssl dgst -sha512 -binary "$2" | openssl base64 -A)
[ "$(xpath "string($head/*[local-name()='requestHash'])")" = "$hash" ] || reject "it answers another request"

if [ -n "$code" ]; then
  echo "refused: $(xpath "string($body/*/faultstring)")" >&2
  exit 1
fi
xpath "$body/*"
echo
echo "signature verified, receipt $(xpath "string($head/*[local-name()='receipt']/*[local-name()='number'])")"
