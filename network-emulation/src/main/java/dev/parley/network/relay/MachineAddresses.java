package dev.parley.network.relay;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The addresses of this machine's interfaces, at one moment. */
final class MachineAddresses {
  private final List<InetAddress> gathered;
  private final Set<InetAddress> all;

  private MachineAddresses(List<InetAddress> gathered, Set<InetAddress> all) {
    this.gathered = List.copyOf(gathered);
    this.all = Set.copyOf(all);
  }

  /** Looks at the interfaces that are up. */
  static MachineAddresses find() {
    List<InetAddress> usable = new ArrayList<>();
    List<InetAddress> linkLocal = new ArrayList<>();
    Set<InetAddress> all = new HashSet<>();
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InterfaceAddress on : one.getInterfaceAddresses()) {
          all.add(on.getAddress());
          if (one.isUp() && !one.isLoopback()) {
            (on.getAddress().isLinkLocalAddress() ? linkLocal : usable).add(on.getAddress());
          }
        }
      }
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    // Browsers leave link-local IPv6 addresses out, unless there is nothing else.
    if (usable.stream().noneMatch(Inet6Address.class::isInstance)) {
      usable.addAll(linkLocal);
    }
    return new MachineAddresses(usable, all);
  }

  /** Those that a browser may gather, loopback left out. */
  List<InetAddress> gathered() {
    return gathered;
  }

  /** Whether it is one of this machine's, loopback included. */
  boolean isOwn(InetAddress address) {
    return address.isLoopbackAddress() || all.contains(address);
  }

  /**
   * The interface address at which a socket stands for a source: the source's own where it is one
   * of this machine's, otherwise its destination's, otherwise the first of the family.
   */
  Optional<InetAddress> proper(InetAddress source, InetAddress destination) {
    boolean v6 = destination instanceof Inet6Address;
    for (InetAddress wished : List.of(source, destination)) {
      if (v6 == wished instanceof Inet6Address && gathered.contains(wished)) {
        return Optional.of(wished);
      }
    }
    return gathered.stream().filter(one -> v6 == one instanceof Inet6Address).findFirst();
  }
}
