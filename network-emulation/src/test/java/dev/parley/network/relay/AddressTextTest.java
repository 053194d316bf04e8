package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Addresses are written as browsers write them (RFC 5952). */
public final class AddressTextTest {
  @DataProvider
  Object[][] texts() {
    return new Object[][] {
      {"192.0.2.2", "192.0.2.2"},
      {"fd00:0:0:0:0:0:0:2", "fd00::2"},
      {"2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},
      {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
      {"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},
      {"0:0:0:0:0:0:0:1", "::1"},
      {"fe80:0:0:0:0:0:0:0", "fe80::"},
    };
  }

  @Test(dataProvider = "texts")
  public void isCanonical(String given, String expected) throws UnknownHostException {
    assertEquals(AddressText.of(InetAddress.getByName(given)), expected);
  }

  @Test(dataProvider = "texts")
  public void canonicalTextIsReadBack(String given, String canonical) throws UnknownHostException {
    assertEquals(
        AddressText.literal(canonical, 9), new InetSocketAddress(InetAddress.getByName(given), 9));
  }

  @DataProvider
  Object[][] names() {
    return new Object[][] {
      {"0f2e7c1a-aaaa-bbbb.local"}, {"localhost"}, {"turn.example.org"}, {""}, {"1.2.3.4.5"}
    };
  }

  @Test(dataProvider = "names")
  public void namesAreNotLookedUp(String name) {
    assertNull(AddressText.literal(name, 9));
  }
}
