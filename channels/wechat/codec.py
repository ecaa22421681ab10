"""WeChat's signatures, its encryption and its XML.

Source: WeChat, 消息加解密说明 (message encryption of official accounts): AES-256-CBC with the key's
first block as initialisation vector; inside 16 random bytes, the length, the message and the
app id, padded by PKCS#7 to 32 bytes.
"""

from __future__ import annotations

import base64
import binascii
import struct
from hashlib import sha1
from xml.etree.ElementTree import Element, ParseError

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from channels.base import Forged, Malformed

_BLOCK = 32
_RANDOM = 16


def signature(*parts: str) -> str:
    """SHA-1 of the sorted parts: token, timestamp, nonce and, for an encrypted message, its ciphertext."""
    return sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()


def encrypt(message: str, *, aes_key: str, app_id: str, random: bytes) -> str:
    """`message` as WeChat writes it into Encrypt; `random` are 16 bytes nobody can guess."""
    content = message.encode()
    plain = random[:_RANDOM] + struct.pack(">I", len(content)) + content + app_id.encode()
    padding = _BLOCK - len(plain) % _BLOCK
    encryptor = _cipher(aes_key).encryptor()
    sealed = encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()
    return base64.b64encode(sealed).decode()


def decrypt(encrypted: str, *, aes_key: str, app_id: str) -> str:
    """The message in Encrypt, its signature checked before; raises `Malformed`, for another app `Forged`."""
    try:
        sealed = base64.b64decode(encrypted.strip(), validate=True)
        decryptor = _cipher(aes_key).decryptor()
        content, whose = _unpack(decryptor.update(sealed) + decryptor.finalize())
        message = content.decode()
    except (binascii.Error, ValueError, struct.error, IndexError):
        raise Malformed(
            "The encrypted message cannot be read.", remedy="Check KEPT_WECHAT_AES_KEY."
        ) from None
    if whose != app_id.encode():
        raise Forged("The message was encrypted for another app.", remedy="Check KEPT_WECHAT_APP_ID.")
    return message


def read_xml(text: str) -> dict[str, str]:
    """The fields of WeChat's `<xml>`; a field within a field is named `Outer/Inner`. Raises `Malformed`."""
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise Malformed("The body is not XML that WeChat writes.") from None
    if root.tag != "xml":
        raise Malformed("The body is XML, but not WeChat's.")
    fields: dict[str, str] = {}
    for child in root:
        if child.tag in fields:
            raise Malformed("A field came more than once.")
        fields[child.tag] = child.text or ""
        for inner in child.iterfind("./*"):
            fields.setdefault(f"{child.tag}/{inner.tag}", inner.text or "")
            for innermost in inner.iterfind("./*"):
                fields.setdefault(f"{child.tag}/{inner.tag}/{innermost.tag}", innermost.text or "")
    return fields


def _cipher(aes_key: str) -> Cipher[modes.CBC]:
    key = base64.b64decode(aes_key + "=")
    return Cipher(algorithms.AES(key), modes.CBC(key[:16]))


def _unpack(plain: bytes) -> tuple[bytes, bytes]:
    padding = plain[-1]
    if not 1 <= padding <= _BLOCK or plain[-padding:] != bytes([padding]) * padding:
        raise ValueError("padding")
    (length,) = struct.unpack(">I", plain[_RANDOM : _RANDOM + 4])
    start, end = _RANDOM + 4, len(plain) - padding
    if start + length > end:
        raise ValueError("length")
    return plain[start : start + length], plain[start + length : end]
