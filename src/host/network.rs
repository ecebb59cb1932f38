//! A network in the notation of RFC 4632, `10.0.0.0/8` or `fd00::/8`, or a single address.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// A range of addresses that share their first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// As IPv6; IPv4 addresses are mapped, so that `::ffff:10.0.0.1` is `10.0.0.1`.
    first: u128,
    /// How many bits count, of 128.
    bits: u32,
}

/// A text that names no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a network: write an address, or one with the number of its first bits, such as 10.0.0.0/8"
)]
pub struct NotANetwork;

impl Network {
    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        (number(address) ^ self.first) & mask(self.bits) == 0
    }
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.trim().parse().map_err(|_| NotANetwork)?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let plain = |bits: &str| bits.bytes().all(|digit| digit.is_ascii_digit());
        let bits = match bits.map(str::trim) {
            None => width,
            Some(bits) => bits.parse().ok().filter(|_| plain(bits)).ok_or(NotANetwork)?,
        };
        if bits > width {
            return Err(NotANetwork);
        }
        let bits = 128 - width + bits;
        Ok(Self { first: number(address) & mask(bits), bits })
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => Ipv6Addr::to_bits(address),
    }
}

fn mask(bits: u32) -> u128 {
    u128::MAX.checked_shl(128 - bits).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_hold_their_addresses() {
        let holds = |network: &str, address: &str| {
            network.parse::<Network>().unwrap().holds(address.parse().unwrap())
        };
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.1.2", "11.0.0.1"),
            ("192.168.1.77/24", "192.168.1.3", "192.168.2.3"),
            ("127.0.0.1", "127.0.0.1", "127.0.0.2"),
            ("127.0.0.1", "::ffff:127.0.0.1", "::1"),
            ("fd00::/8", "fd12::1", "fe00::1"),
            ("::1", "::1", "::2"),
            ("0.0.0.0/0", "203.0.113.7", "2001:db8::1"),
        ] {
            assert!(holds(network, inside) && !holds(network, outside), "{network}");
        }
        assert!(holds("::/0", "203.0.113.7") && holds("::/0", "::1"));
        for odd in ["", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "10.0.0.0/+8", "a", "/8"]
        {
            assert_eq!(odd.parse::<Network>(), Err(NotANetwork), "{odd}");
        }
    }
}
