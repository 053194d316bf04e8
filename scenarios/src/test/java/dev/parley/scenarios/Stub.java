package dev.parley.scenarios;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stands in for an interface: what a method answers goes by its name. */
final class Stub {
  private Stub() {}

  /**
   * A stand-in.
   *
   * @param answers by the method's name: a value, or a function of the arguments; a method without
   *     one that the interface does not implement itself is not to be called
   */
  static <T> T of(Class<T> type, Map<String, Object> answers) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          Object answer = answers.get(method.getName());
          if (answer instanceof Function<?, ?> function) {
            return call(function, arguments == null ? new Object[0] : arguments);
          }
          if (answer == null && method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
          }
          if (answer == null && method.getName().equals("equals")) {
            return self == arguments[0];
          }
          if (answer == null && method.getReturnType() != void.class) {
            throw new UnsupportedOperationException(method.toString());
          }
          return answer;
        };
    return type.cast(
        Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @SuppressWarnings("unchecked")
  private static Object call(Function<?, ?> function, Object[] arguments) {
    return ((Function<Object[], Object>) function).apply(arguments);
  }
}
