package io.siyu.web.access;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start a server that has a handler of which nobody said whom it serves. */
@Component
class EveryHandlerDeclares implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;

    EveryHandlerDeclares(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> undeclared = mapping.getHandlerMethods().values().stream()
                .filter(handler -> !ErrorController.class.isAssignableFrom(handler.getBeanType()))
                .filter(handler -> Permission.of(handler).isEmpty())
                .map(HandlerMethod::getShortLogMessage)
                .sorted()
                .toList();
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("These handlers do not declare whom they serve: " + undeclared
                    + "\nMaybe put exactly one of @AllowedTo, @AllowedToSignedIn, @AllowedToEveryone,"
                    + " @AllowedToPrograms on each.");
        }
    }
}
